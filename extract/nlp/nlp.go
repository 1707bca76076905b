// Package nlp turns English text into sentences, tokens, tags, lemmas and
// dependency trees, and finds the names in it.
//
// In comes a text; out come its sentences ([Split]), tagged and lemmatised
// ([Model.Tag]), as trees ([Model.Parse]), and the names of persons, organisations
// and locations ([NameModel.Names]). What it knows are the embedded models, which
// it also trains ([Train], [TrainNames], [TrainSketches]), and the words of the tokenizer in
// [github.com/relata-graph/relata/extract/world]. It may not know what a name
// stands for, what a document is about, or any relation.
//
// Its files stand on floors. At the bottom are runes, forms, hashes and the files
// of models; on them the tokenizer (block, word, token, lines, sentence), the
// linear models and what they decide by (sketch, lexicon, tagger, supertag,
// parser, names), and the two models that others use (model, names_model); on top
// training (train and what begins so).
//
// Beside other libraries, on the thousand sentences of UD English PUD and their names in
// Universal NER (.ci/nlp; processor time of one core; tags in nine classes):
//
//	             words F1   tags right   names F1   MB/s
//	relata          0.999        0.964      0.725   0.58
//	wink-nlp        0.999        0.934          -   2.76
//	prose           0.987        0.927      0.433   0.04
//	compromise      0.980        0.850      0.280   0.12
//
// Annotation follows Universal Dependencies v2 (https://universaldependencies.org)
// with Penn Treebank tags as XPOS. All positions are byte offsets into the text
// as it was given, whatever its encoding quirks: text[t.Start:t.End] is always
// the token as it was written.
package nlp

// A Span is the half-open range [Start, End) of bytes of a document's text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// A Range is the half-open range [First, Last) of token indexes of a sentence.
type Range struct{ First, Last int }

// A Token is one syntactic word. Clitics are tokens of their own, as in
// Universal Dependencies ("Japan's" is "Japan" and "'s").
type Token struct {
	Span
	Form   string // as written, in Unicode NFC, without invisible characters
	Lemma  string // dictionary form; set by Model.Tag
	UPOS   string // universal tag, "PROPN"; set by Model.Tag
	XPOS   string // Penn Treebank tag, "NNP"; set by Model.Tag
	Head   int    // index of the governor in the sentence, -1 for the root and before Parse
	Deprel string // relation to the governor, "nsubj:pass"; empty before Parse
	// SpaceBefore tells whether white space stands before the token.
	SpaceBefore bool
}

// A Sentence is a run of tokens. A heading, list item or caption that has no
// full stop is a sentence of its own.
type Sentence struct {
	Span
	Paragraph int // number of the paragraph (block of lines) it stands in, from 0
	Tokens    []Token
}

// A Document is a text with its sentences in order. It is not changed after it
// has been made, and is safe for concurrent use.
type Document struct {
	Text      string
	Sentences []Sentence
}
