package eval

import (
	"io/fs"
	"sync"

	"github.com/hashicorp/hcl/v2/ext/tryfunc"
	ctyyaml "github.com/zclconf/go-cty-yaml"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// Functions returns the functions that a Terramate expression in the folder
// dir of fsys can call: OpenTofu's with the prefix tm_, and Terramate's own.
// Paths given to file functions count from dir and cannot leave fsys, whose
// root folder lies at root ("" when it lies nowhere).
//
// A function whose result is not the same on every call, such as tm_timestamp,
// gives an unknown value, and so do those that nobody would call in a stack:
// the TOML experiment, and decryption with a private key.
func Functions(fsys fs.FS, root, dir string) map[string]function.Function {
	all := make(map[string]function.Function, len(pure())+12)
	for name, f := range pure() {
		all["tm_"+name] = f
	}
	for name, f := range files(fsys, dir) {
		all["tm_"+name] = f
	}
	all["tm_abspath"] = absPath(root, dir)
	all["tm_templatestring"] = templateString(all)
	all["tm_templatefile"] = templateFile(fsys, dir, all)
	return all
}

// NoFiles returns Functions without those that read files, as Terramate
// evaluates globals and scripts.
func NoFiles() map[string]function.Function {
	all := make(map[string]function.Function, len(pure())+1)
	for name, f := range pure() {
		all["tm_"+name] = f
	}
	all["tm_templatestring"] = templateString(all)
	return all
}

// pure holds the functions of OpenTofu and Terramate that read nothing but
// their arguments, by their name without the prefix.
var pure = sync.OnceValue(func() map[string]function.Function {
	return map[string]function.Function{
		"abs":              stdlib.AbsoluteFunc,
		"alltrue":          allTrue,
		"anytrue":          anyTrue,
		"base64decode":     base64Decode,
		"base64encode":     textFunc(encodeBase64),
		"base64gunzip":     base64Gunzip,
		"base64gzip":       base64Gzip,
		"base64sha256":     textFunc(base64SHA256),
		"base64sha512":     textFunc(base64SHA512),
		"basename":         textFunc(baseName),
		"bcrypt":           unpredictable("string"),
		"can":              tryfunc.CanFunc,
		"ceil":             stdlib.CeilFunc,
		"chomp":            stdlib.ChompFunc,
		"chunklist":        stdlib.ChunklistFunc,
		"cidrcontains":     cidrContains,
		"cidrhost":         cidrHost,
		"cidrnetmask":      cidrNetmask,
		"cidrsubnet":       cidrSubnet,
		"cidrsubnets":      cidrSubnets,
		"coalesce":         coalesce,
		"coalescelist":     stdlib.CoalesceListFunc,
		"compact":          stdlib.CompactFunc,
		"concat":           stdlib.ConcatFunc,
		"contains":         stdlib.ContainsFunc,
		"csvdecode":        stdlib.CSVDecodeFunc,
		"dirname":          textFunc(dirName),
		"distinct":         stdlib.DistinctFunc,
		"element":          stdlib.ElementFunc,
		"endswith":         endsWith,
		"flatten":          stdlib.FlattenFunc,
		"floor":            stdlib.FloorFunc,
		"format":           stdlib.FormatFunc,
		"formatdate":       stdlib.FormatDateFunc,
		"formatlist":       stdlib.FormatListFunc,
		"hcldecode":        hclDecode,
		"hclencode":        hclEncode,
		"indent":           stdlib.IndentFunc,
		"index":            index,
		"issensitive":      isSensitive,
		"join":             stdlib.JoinFunc,
		"joinlist":         joinList,
		"jsondecode":       stdlib.JSONDecodeFunc,
		"jsonencode":       stdlib.JSONEncodeFunc,
		"keys":             stdlib.KeysFunc,
		"length":           length,
		"log":              stdlib.LogFunc,
		"lookup":           lookup,
		"lower":            stdlib.LowerFunc,
		"matchkeys":        matchKeys,
		"max":              stdlib.MaxFunc,
		"md5":              textFunc(hexMD5),
		"merge":            stdlib.MergeFunc,
		"min":              stdlib.MinFunc,
		"one":              one,
		"parseint":         stdlib.ParseIntFunc,
		"pathexpand":       pathExpand,
		"plantimestamp":    unpredictable(),
		"pow":              stdlib.PowFunc,
		"range":            stdlib.RangeFunc,
		"regex":            stdlib.RegexFunc,
		"regexall":         stdlib.RegexAllFunc,
		"replace":          replace,
		"reverse":          stdlib.ReverseListFunc,
		"setintersection":  stdlib.SetIntersectionFunc,
		"setproduct":       stdlib.SetProductFunc,
		"setsubtract":      stdlib.SetSubtractFunc,
		"setunion":         stdlib.SetUnionFunc,
		"sha1":             textFunc(hexSHA1),
		"sha256":           textFunc(hexSHA256),
		"sha512":           textFunc(hexSHA512),
		"signum":           stdlib.SignumFunc,
		"rsadecrypt":       unpredictable("ciphertext", "privatekey"),
		"slice":            stdlib.SliceFunc,
		"slug":             slug,
		"sort":             stdlib.SortFunc,
		"split":            stdlib.SplitFunc,
		"startswith":       startsWith,
		"strcontains":      strContains,
		"strrev":           stdlib.ReverseFunc,
		"substr":           stdlib.SubstrFunc,
		"sum":              sum,
		"textdecodebase64": textDecodeBase64,
		"textencodebase64": textEncodeBase64,
		"ternary":          ternary,
		"timeadd":          stdlib.TimeAddFunc,
		"timecmp":          timeCmp,
		"timestamp":        unpredictable(),
		"title":            stdlib.TitleFunc,
		"tobool":           stdlib.MakeToFunc(cty.Bool),
		"tolist":           stdlib.MakeToFunc(cty.List(cty.DynamicPseudoType)),
		"tomap":            stdlib.MakeToFunc(cty.Map(cty.DynamicPseudoType)),
		"tomldecode":       unpredictable("content"),
		"tomlencode":       unpredictable(),
		"tonumber":         stdlib.MakeToFunc(cty.Number),
		"toset":            stdlib.MakeToFunc(cty.Set(cty.DynamicPseudoType)),
		"tostring":         stdlib.MakeToFunc(cty.String),
		"transpose":        transpose,
		"tree":             tree,
		"trim":             stdlib.TrimFunc,
		"trimprefix":       stdlib.TrimPrefixFunc,
		"trimspace":        stdlib.TrimSpaceFunc,
		"trimsuffix":       stdlib.TrimSuffixFunc,
		"try":              tryfunc.TryFunc,
		"unslug":           unslug,
		"upper":            stdlib.UpperFunc,
		"urldecode":        urlDecode,
		"urlencode":        textFunc(urlEncode),
		"uuid":             unpredictable(),
		"uuidv5":           uuidV5,
		"values":           stdlib.ValuesFunc,
		"version_match":    versionMatch,
		"yamldecode":       ctyyaml.YAMLDecodeFunc,
		"yamlencode":       ctyyaml.YAMLEncodeFunc,
		"zipmap":           stdlib.ZipmapFunc,
	}
})
