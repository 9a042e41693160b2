package eval

import (
	"path"
	"regexp"
	"strings"
	"sync"
)

// outFlag finds -out=FILE in a shell text.
var outFlag = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|\s)--?out[= ]\s*("[^"$]+"|'[^'$]+'|[^\s"'$;|&]+)`)
})

// OutFile finds the plan file that commands write with -out, and the tool that
// writes it. A file name with shell variables is not known, and commands that
// name several files give none.
func OutFile(commands []Command) (file, tool string) {
	for _, c := range commands {
		f, t := outFile(c.Args)
		switch {
		case f == "" || f == file:
		case file != "":
			return "", ""
		default:
			file, tool = f, t
		}
	}
	return file, tool
}

func outFile(args []string) (file, tool string) {
	if len(args) == 0 {
		return "", ""
	}
	name := path.Base(args[0])
	if name != "tofu" && name != "terraform" {
		return shellOutFile(args)
	}
	for i, arg := range args {
		flag := strings.TrimPrefix(strings.TrimPrefix(arg, "-"), "-")
		switch {
		case flag == arg:
		case flag == "out" && i+1 < len(args):
			return args[i+1], name
		case strings.HasPrefix(flag, "out="):
			return strings.TrimPrefix(flag, "out="), name
		}
	}
	return "", ""
}

// shellOutFile looks into the script that a shell is given.
func shellOutFile(args []string) (file, tool string) {
	for _, arg := range args {
		if !strings.Contains(arg, " plan") {
			continue
		}
		for _, m := range outFlag().FindAllStringSubmatch(arg, -1) {
			found := strings.Trim(m[1], `"'`)
			if file != "" && file != found {
				return "", ""
			}
			file = found
		}
		switch {
		case file == "":
		case strings.Contains(arg, "tofu "):
			tool = "tofu"
		case strings.Contains(arg, "terraform "):
			tool = "terraform"
		}
	}
	return file, tool
}
