package nlp

// features are what one decision is made by. Each comes of a template, such as
// "the word before and the tag of this one": it is the hash of the template's
// number and of what stands in its places.
type features struct {
	keys     [maxFeatures]uint32
	n        uint
	template uint64 // number of the last one
}

const featureSeed = 0x2545f4914f6cdd1d

// start forgets all features. The templates to come are numbered from the one
// after template.
func (f *features) start(template uint64) { f.n, f.template = 0, template }

// all gives the features until the next start.
func (f *features) all() []uint32 { return f.keys[:f.n] }

func (f *features) add(hash uint64) {
	// The remainder spares a check: all panics if there are more.
	f.keys[f.n%maxFeatures] = key(mix(hash, featureSeed))
	f.n++
}

func (f *features) one(a uint64) {
	f.template++
	f.add(mix(f.template, a))
}

func (f *features) two(a, b uint64) {
	f.template++
	f.add(mix(mix(f.template, a), b))
}

func (f *features) three(a, b, c uint64) {
	f.template++
	f.add(mix(mix(mix(f.template, a), b), c))
}

func (f *features) four(a, b, c, d uint64) {
	f.template++
	f.add(mix(mix(mix(mix(f.template, a), b), c), d))
}
