package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// An office is an office's name as it was read: tokens [first, end).
type office struct {
	first, end int
	head       int // its noun's last token
	words      int // how many tokens the noun has
	noun       world.OfficeNoun
	det        string // "the", "a", "his"; "" if none
	keep       []int  // tokens of the title
	full       string // replaces the noun when that is an abbreviation
	of, to     entity.Ref
	country    entity.Ref // of the holder, where of is another thing
	status     string
	retired    bool // a grade that is kept for life, "General (Retd.)"
	complement bool
	unknown    int // capitalised words before the noun that are not known
	inside     []entity.Mention
	visible    bool // the noun is capitalised
}

// titleOf writes the office's name.
func (s *reader) titleOf(o *office) string {
	var b strings.Builder
	for n, k := range o.keep {
		w := &s.ws[k]
		if n > 0 && (k != o.keep[n-1]+1 || w.gap) && b.Len() > 0 {
			b.WriteByte(' ')
		}
		form := strings.TrimPrefix(w.form, s.formerly(k))
		if w.loud {
			form = w.inTitle()
		}
		b.WriteString(form)
	}
	title := b.String()
	if o.full != "" {
		// The noun is an abbreviation: its complements come after it.
		before := 0
		for n, k := range o.keep {
			if k < o.head {
				before = n + 1
			}
		}
		p, q := *o, *o
		p.keep, p.full = o.keep[:before], ""
		q.keep, q.full = o.keep[before:], ""
		title = strings.TrimSpace(s.titleOf(&p) + " " + o.full + " " + s.titleOf(&q))
	}
	if rest, ok := strings.CutPrefix(title, "State "); ok && o.noun.Rank == world.HeadRank {
		title = rest
	}
	return strings.Trim(title, " -")
}

// formerly gives the first part of the word at k that tells that an office was held:
// "ex-" of "ex-president"; "" if it has none.
func (s *reader) formerly(k int) string {
	if pre, _, ok := strings.Cut(s.ws[k].form, "-"); ok && world.FormerWord.Has(strings.ToLower(pre)) {
		return s.ws[k].form[:len(pre)+1]
	}
	return ""
}

// public makes the Office that facts are made from; ok is false for callings.
func (s *reader) public(o *office) (entity.Office, bool) {
	if o.noun.Rank == world.CallingRank || o.noun.Plural || o.retired {
		return entity.Office{}, false
	}
	if o.noun.Single != "" {
		one := *o
		one.full, one.keep = world.TitleCase(o.noun.Single), nil
		written := strings.TrimSuffix(s.nameOf(o.head, o.head+1), "s")
		if strings.EqualFold(strings.ReplaceAll(written, "-", " "), o.noun.Single) {
			one.full = written // "Co-Chair"
		}
		for _, k := range o.keep {
			if k < o.head-strings.Count(o.noun.Single, " ") || k > o.head {
				one.keep = append(one.keep, k)
			}
		}
		o = &one
	}
	title := s.titleOf(o)
	if title == "" {
		return entity.Office{}, false
	}
	off := entity.Office{Title: title, Of: o.of, To: o.to, Status: o.status, Span: s.span(o.first, o.end)}
	if off.Status == "" {
		off.Status = "actual"
	}
	if off.Of.Type == "" && o.country.ID != "" {
		off.Of = o.country
	}
	return off, true
}

// calling makes an Office of what is none, because whose it is tells who is meant.
func (s *reader) calling(o *office) entity.Office {
	title := strings.ToLower(s.titleOf(o))
	span := s.span(o.first, o.end)
	return entity.Office{Title: title, Of: o.of.Or(o.country), To: o.to, Status: entity.Calling, Span: span}
}

// owner makes the reference to what has an office: "Partnership for Central
// America" is then an organisation.
func owner(r entity.Ref) entity.Ref {
	if r.Type == entity.Agreement || r.Type == entity.Event {
		return entity.NewRef(entity.Organization, r.Name)
	}
	return r
}

// keepTokens puts the tokens [i, end) into the title.
func (o *office) keepTokens(i, end int) {
	for ; i < end; i++ {
		o.keep = append(o.keep, i)
	}
}

// keepPart puts a complement that named a part of an organisation into the title.
func (o *office) keepPart() {
	for k := o.head + 1; k < o.end; k++ {
		if len(o.keep) > 0 && o.keep[len(o.keep)-1] < k {
			o.keep = append(o.keep, k)
		}
	}
}

// everyday tells whether the noun of an office is a word of other uses too:
// "general", but not "consul general".
func (s *reader) everyday(o *office) bool {
	return o.words == 1 && world.EverydayOffice.Has(s.ws[o.head].lower)
}
