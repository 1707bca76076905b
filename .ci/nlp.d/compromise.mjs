// compromise: its terms are words without punctuation, its tags are its own.
import { measure, packages } from './measure.mjs'

const nlp = packages('compromise')
const order = [
  ['Pronoun', 'PRON'], ['Determiner', 'DET'], ['Preposition', 'ADP'], ['Conjunction', 'CCONJ'], ['ProperNoun', 'PROPN'],
  ['Value', 'NUM'], ['Noun', 'NOUN'], ['Verb', 'VERB'], ['Adjective', 'ADJ'], ['Negative', 'ADV'], ['Adverb', 'ADV'],
]
const kinds = [['people', 'PER'], ['places', 'LOC'], ['organizations', 'ORG']]
measure(text => {
  const doc = nlp(text)
  const tokens = doc.json({ terms: { text: true, tags: true } }).flatMap(s => s.terms.map(t => {
    const tag = order.find(([name]) => t.tags.includes(name))
    return [t.text || t.implicit || '', tag ? tag[1] : 'X']
  }))
  const names = kinds.flatMap(([kind, type]) => doc[kind]().out('array').map(name => [name, type]))
  return { tokens, names }
})
