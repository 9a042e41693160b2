package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/pflag"
)

// A choice is a flag that takes one of a few words.
type choice struct {
	value *string
	words []string
	noun  string // what the words are: "formats"
}

// chooseVar adds a flag that takes one of words. Usage says what it is for;
// the words follow it in the help.
func chooseVar(f *pflag.FlagSet, value *string, name, otherwise, noun, usage string, words ...string) {
	*value = otherwise
	f.Var(&choice{value: value, words: words, noun: noun}, name, usage+": "+or(words))
}

// Set implements pflag.Value.
func (c *choice) Set(word string) error {
	if !slices.Contains(c.words, word) {
		return errors.New("the " + c.noun + " are " + strings.Replace(or(c.words), " or ", " and ", 1) + meant(word, c.words))
	}
	*c.value = word
	return nil
}

// String implements pflag.Value.
func (c *choice) String() string {
	if c.value == nil {
		return ""
	}
	return *c.value
}

// Type implements pflag.Value.
func (c *choice) Type() string { return "string" }

// or lists words: "a, b or c".
func or(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// meant is "; did you mean x?" when one of words is near what was typed.
func meant(typed string, words []string) string {
	best, distance := "", 3
	for _, w := range words {
		d := apart(strings.ToLower(typed), strings.ToLower(w))
		if strings.HasPrefix(w, typed) && len(typed) > 1 {
			d = 1
		}
		if d < distance && d < len(w) {
			best, distance = w, d
		}
	}
	if best == "" {
		return ""
	}
	return "; did you mean " + best + "?"
}

// apart is how many letters have to be added, dropped, changed or swapped with
// their neighbour to make b of a.
func apart(a, b string) int {
	x, y := []rune(a), []rune(b)
	d := make([][]int, len(x)+1)
	for i := range d {
		d[i] = make([]int, len(y)+1)
		d[i][0] = i
	}
	for j := range d[0] {
		d[0][j] = j
	}
	for i := 1; i <= len(x); i++ {
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(x)][len(y)]
}
