package eval

import (
	"fmt"
	"math/big"
	"net/netip"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

var (
	prefixParam = function.Parameter{Name: "prefix", Type: cty.String}
	intParam    = func(name string) function.Parameter { return function.Parameter{Name: name, Type: cty.Number} }
)

var cidrHost = function.New(&function.Spec{
	Params: []function.Parameter{prefixParam, intParam("hostnum")},
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		p, err := netip.ParsePrefix(args[0].AsString())
		if err != nil {
			return cty.NilVal, function.NewArgErrorf(0, "not a CIDR prefix")
		}
		num, acc := args[1].AsBigFloat().Int(nil)
		if acc != big.Exact {
			return cty.NilVal, function.NewArgErrorf(1, "must be a whole number")
		}
		bits := p.Addr().BitLen() - p.Bits()
		if num.Sign() < 0 {
			num.Add(num, new(big.Int).Lsh(big.NewInt(1), uint(bits)))
		}
		if num.Sign() < 0 || num.BitLen() > bits {
			return cty.NilVal, fmt.Errorf("prefix of %d bits has no host number %s", p.Bits(), num)
		}
		return cty.StringVal(offset(p.Masked().Addr(), num).String()), nil
	},
})

// cidrContains tells whether an address or a prefix lies in a prefix.
var cidrContains = function.New(&function.Spec{
	Params: stringParams("containing_prefix", "contained_ip_or_prefix"),
	Type:   function.StaticReturnType(cty.Bool),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		p, err := netip.ParsePrefix(args[0].AsString())
		if err != nil {
			return cty.NilVal, function.NewArgErrorf(0, "not a CIDR prefix")
		}
		if at, err := netip.ParseAddr(args[1].AsString()); err == nil {
			return cty.BoolVal(p.Contains(at)), nil
		}
		in, err := netip.ParsePrefix(args[1].AsString())
		if err != nil {
			return cty.NilVal, function.NewArgErrorf(1, "neither an address nor a CIDR prefix")
		}
		if p.Addr().Is4() != in.Addr().Is4() {
			return cty.NilVal, fmt.Errorf("%s and %s are of different address families", p, in)
		}
		return cty.BoolVal(p.Contains(in.Masked().Addr()) && p.Bits() <= in.Bits()), nil
	},
})

var cidrNetmask = function.New(&function.Spec{
	Params: []function.Parameter{prefixParam},
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		p, err := netip.ParsePrefix(args[0].AsString())
		if err != nil || !p.Addr().Is4() {
			return cty.NilVal, function.NewArgErrorf(0, "not an IPv4 CIDR prefix")
		}
		mask := uint32(0)
		if p.Bits() > 0 {
			mask = ^uint32(0) << (32 - p.Bits())
		}
		return cty.StringVal(netip.AddrFrom4([4]byte{byte(mask >> 24), byte(mask >> 16), byte(mask >> 8), byte(mask)}).String()), nil
	},
})

var cidrSubnet = function.New(&function.Spec{
	Params: []function.Parameter{prefixParam, intParam("newbits"), intParam("netnum")},
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		p, err := netip.ParsePrefix(args[0].AsString())
		if err != nil {
			return cty.NilVal, function.NewArgErrorf(0, "not a CIDR prefix")
		}
		newBits, _ := args[1].AsBigFloat().Int64()
		num, _ := args[2].AsBigFloat().Int(nil)
		length := p.Bits() + int(newBits)
		if newBits < 0 || length > p.Addr().BitLen() || num.Sign() < 0 || num.BitLen() > int(newBits) {
			return cty.NilVal, fmt.Errorf("prefix %s has no subnet %s with %d more bits", p, num, newBits)
		}
		at := new(big.Int).Lsh(num, uint(p.Addr().BitLen()-length))
		return cty.StringVal(netip.PrefixFrom(offset(p.Masked().Addr(), at), length).String()), nil
	},
})

// cidrSubnets allots consecutive subnets of the given sizes.
var cidrSubnets = function.New(&function.Spec{
	Params:   []function.Parameter{prefixParam},
	VarParam: &function.Parameter{Name: "newbits", Type: cty.Number},
	Type:     function.StaticReturnType(cty.List(cty.String)),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		p, err := netip.ParsePrefix(args[0].AsString())
		if err != nil {
			return cty.NilVal, function.NewArgErrorf(0, "not a CIDR prefix")
		}
		if len(args) == 1 {
			return cty.ListValEmpty(cty.String), nil
		}
		total := p.Addr().BitLen()
		next := new(big.Int)
		var out []cty.Value
		for i, arg := range args[1:] {
			newBits, _ := arg.AsBigFloat().Int64()
			length := p.Bits() + int(newBits)
			if newBits < 1 || length > total {
				return cty.NilVal, function.NewArgErrorf(i+1, "prefix %s cannot be extended by %d bits", p, newBits)
			}
			size := new(big.Int).Lsh(big.NewInt(1), uint(total-length))
			if rest := new(big.Int).Mod(next, size); rest.Sign() > 0 {
				next.Add(next, size).Sub(next, rest)
			}
			if end := new(big.Int).Add(next, size); end.Cmp(new(big.Int).Lsh(big.NewInt(1), uint(total-p.Bits()))) > 0 {
				return cty.NilVal, function.NewArgErrorf(i+1, "not enough address space left in %s", p)
			}
			out = append(out, cty.StringVal(netip.PrefixFrom(offset(p.Masked().Addr(), next), length).String()))
			next.Add(next, size)
		}
		return cty.ListVal(out), nil
	},
})

// offset returns the address num after a.
func offset(a netip.Addr, num *big.Int) netip.Addr {
	sum := new(big.Int).SetBytes(a.AsSlice())
	sum.Add(sum, num)
	raw := make([]byte, a.BitLen()/8)
	sum.FillBytes(raw)
	out, _ := netip.AddrFromSlice(raw)
	return out
}
