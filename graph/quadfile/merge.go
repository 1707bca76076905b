package quadfile

import "container/heap"

// A source gives the items of a sorted run one after the other.
type source[T any] struct {
	head T
	run  int
	next func() (T, bool, error)
}

// merge gives the items of sorted runs, each a function that gives its next,
// in their order, those that compare as equal by run, until yield gives false.
func merge[T any](runs []func() (T, bool, error), compare func(a, b T) int, yield func(item T, run int) error) error {
	h := &sources[T]{compare: compare}
	for i, next := range runs {
		head, ok, err := next()
		if err != nil {
			return err
		}
		if ok {
			h.list = append(h.list, &source[T]{head, i, next})
		}
	}
	heap.Init(h)
	for len(h.list) > 0 {
		s := h.list[0]
		if err := yield(s.head, s.run); err != nil {
			return err
		}
		head, ok, err := s.next()
		if err != nil {
			return err
		}
		if s.head = head; ok {
			heap.Fix(h, 0)
		} else {
			heap.Pop(h)
		}
	}
	return nil
}

type sources[T any] struct {
	list    []*source[T]
	compare func(a, b T) int
}

func (h *sources[T]) Len() int { return len(h.list) }
func (h *sources[T]) Less(i, j int) bool {
	c := h.compare(h.list[i].head, h.list[j].head)
	return c < 0 || c == 0 && h.list[i].run < h.list[j].run
}
func (h *sources[T]) Swap(i, j int) { h.list[i], h.list[j] = h.list[j], h.list[i] }
func (h *sources[T]) Push(x any)    { h.list = append(h.list, x.(*source[T])) }
func (h *sources[T]) Pop() any {
	last := h.list[len(h.list)-1]
	h.list = h.list[:len(h.list)-1]
	return last
}
