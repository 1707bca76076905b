package coref

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// addPerson appends a person.
func (r *roster) addPerson(name string, words []string) int {
	e := r.add(entity.Ref{ID: world.PersonID(name), Type: entity.Person, Name: name})
	r.call(e, name, words)
	return e
}

// call gives a person the fullest name so far and indexes its words.
func (r *roster) call(e int, name string, words []string) {
	p := &r.profiles[e]
	p.words, p.generation = words, world.GenerationOf(name)
	p.family, p.given, _ = world.NameOrder(name)
	for w := range calledBy(words) {
		r.byWord[w] = append(r.byWord[w], e)
	}
}

// recall makes member k of the cast an entity of this part, with all that is known of it
// but for how often it is named.
func (r *roster) recall(k int) int {
	if e, ok := r.recalled[k]; ok {
		return e
	}
	m := r.cast.members[k]
	m.Aliases, m.Forms, m.count = nil, nil, 0
	e := r.add(m.Ref)
	r.Entities[e], r.profiles[e] = m.Entity, m.profile
	if m.Type == entity.Person {
		name := bestName(m.forms)
		r.call(e, name, nameWords(name))
	}
	r.recalled[k] = e
	return e
}

// forget leaves out those of the cast who share a word of their names with somebody of
// this part, and whom it does not name.
func (r *roster) forget() {
	for k, e := range r.recalled {
		if r.Entities[e].Type == entity.Person && r.profiles[e].count == 0 {
			r.Entities[e], r.profiles[e] = entity.Entity{}, profile{}
			delete(r.recalled, k)
		}
	}
}

// remember keeps in the cast what this part tells of the entities that it names.
func (r *roster) remember(named []int) {
	c := r.cast
	if c == nil {
		return
	}
	of := make([]int, len(r.Entities)) // members
	for e := range of {
		of[e] = nobody
	}
	for k, e := range r.recalled {
		of[e] = k
	}
	if !c.goesOn() {
		c.byID, c.byWord = map[string]int{}, map[string][]int{}
	}
	c.renamed = map[string]entity.Ref{}
	for _, e := range named {
		of[e] = c.put(of[e], member{r.Entities[e], r.profiles[e]})
	}
	for id, e := range r.byID {
		if of[e] != nobody {
			c.byID[id] = of[e]
		}
	}
	if !c.goesOn() {
		c.dateline = r.dateline()
		if c.author = nobody; r.Author >= 0 {
			c.author = of[r.Author]
		}
	}
	c.parts++
}
