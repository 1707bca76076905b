package rules

import (
	"slices"
	"strings"
)

// readPath reads ">obj >nmod(with|to) >conj*", "<acl >nsubj".
func (r *reader) readPath(w word, quoted int) Path {
	p := Path{Text: w.text}
	s := &scanner{r: r, text: []rune(w.text), pos: w.pos, quoted: quoted, what: "path"}
	for s.space(); !s.end(); s.space() {
		step := Step{}
		switch c := s.next(); c {
		case '>':
		case '<':
			step.Up = true
		default:
			s.fault("want > for a word below or < for the word above, got %q", string(c))
			return p
		}
		for {
			at := s.at
			name := s.while(func(c rune) bool { return c >= 'a' && c <= 'z' || c == ':' })
			base, _, _ := strings.Cut(name, ":")
			if name == "" {
				s.fault("want a relation of the tree such as \"nsubj\"")
				return p
			}
			if !slices.Contains(dependencies, base) {
				s.faultAt(at, "unknown relation of the tree %q%s", name, suggest(base, dependencies))
			}
			step.Relations = append(step.Relations, name)
			if !s.take('|') {
				break
			}
		}
		if s.take('(') {
			for {
				at := s.at
				name := strings.TrimSpace(s.while(func(c rune) bool { return c != '|' && c != ')' }))
				if name == "" {
					s.fault("want a word in the brackets")
					return p
				}
				if list, ok := strings.CutPrefix(name, "$"); ok {
					step.Words = append(step.Words, texts(r.list(word{list, s.posAt(at)}))...)
				} else {
					step.Words = append(step.Words, name)
				}
				if !s.take('|') {
					break
				}
			}
			if !s.take(')') {
				s.fault("want a closing bracket")
				return p
			}
		}
		step.Optional, step.Many = s.repeat()
		p.Steps = append(p.Steps, step)
	}
	if len(p.Steps) == 0 {
		s.fault("want a step such as \">nsubj\"")
	}
	return p
}
