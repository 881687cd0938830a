/* Vectors: how well a word fits among the words around it. */

#include "scanner.h"

#define SMALL 0x8000u /* as in newslint.lexicon.word_vectors */
#define MOST 256 /* tokens on one side */

typedef struct {
    PyObject_HEAD
    Array kinds, vectors, places; /* `near` places to the left, as many to the right, one afar */
    Py_ssize_t size, near, rows;
    uint32_t end;
} Vectors;

typedef struct {
    uint32_t tokens[MOST];
    Py_ssize_t count;
} Side;

/* Read the tokens on one side, the nearest first; -1 and an error if one has no kind. */
static int read_side(const Vectors *self, PyObject *tokens, Side *side)
{
    side->count = PySequence_Size(tokens);
    if (side->count > MOST)
        PyErr_SetString(PyExc_ValueError, "too many tokens");
    if (side->count < 0 || side->count > MOST)
        return -1;
    for (Py_ssize_t at = 0; at < side->count; at++) {
        PyObject *number = PySequence_GetItem(tokens, at);
        unsigned long token = number ? PyLong_AsUnsignedLong(number) : 0;
        Py_XDECREF(number);
        if (PyErr_Occurred())
            return -1;
        if (token >= (unsigned long)self->kinds.count) {
            PyErr_SetString(PyExc_IndexError, "no token has this number");
            return -1;
        }
        side->tokens[at] = (uint32_t)token;
    }
    return 0;
}

/* Add the vector of a kind of words in one of the places to a sum. */
static void add_row(const Vectors *self, Py_ssize_t place, uint32_t kind, int32_t *sum)
{
    if ((Py_ssize_t)kind >= self->rows)
        return;
    const int8_t *row = (const int8_t *)self->places.view.buf + (place * self->rows + kind) * self->size;
    for (Py_ssize_t at = 0; at < self->size; at++)
        sum[at] += row[at];
}

/* Sum up the vectors of the nearest tokens, up to the end of the sentence. */
static void add_near(const Vectors *self, const Side *side, Py_ssize_t first_place, int32_t *sum)
{
    for (Py_ssize_t at = 0; at < side->count && at < self->near; at++) {
        add_row(self, first_place + at, number16(&self->kinds, side->tokens[at]) & ~SMALL, sum);
        if (side->tokens[at] == self->end)
            return;
    }
}

/* Sum up the vectors of the tokens but the nearest, as they tell from afar; return how many. */
static long add_far(const Vectors *self, const Side *side, int32_t *sum)
{
    long added = 0;
    for (Py_ssize_t at = 1; at < side->count; at++) {
        uint32_t kind = number16(&self->kinds, side->tokens[at]);
        if (kind < SMALL) {
            add_row(self, 2 * self->near, kind, sum);
            added++;
        }
    }
    return added;
}

/* Vectors.around(ahead, behind) -> left, right, far, how many are summed up in `far`
 *
 * The sums are the bytes of ints. */
static PyObject *vectors_around(PyObject *object, PyObject *args)
{
    const Vectors *self = (Vectors *)object;
    PyObject *ahead, *behind, *found = NULL;
    if (!PyArg_ParseTuple(args, "OO", &ahead, &behind))
        return NULL;
    Side sides[2];
    int32_t *sums = PyMem_Calloc(3 * (size_t)self->size, sizeof(*sums));
    if (!sums)
        return PyErr_NoMemory();
    if (read_side(self, ahead, sides) == 0 && read_side(self, behind, sides + 1) == 0) {
        int32_t *right = sums + self->size, *far = right + self->size;
        add_near(self, sides, 0, sums);
        add_near(self, sides + 1, self->near, right);
        long added = add_far(self, sides, far) + add_far(self, sides + 1, far);
        Py_ssize_t length = self->size * (Py_ssize_t)sizeof(*sums);
        found = Py_BuildValue("y#y#y#l", sums, length, right, length, far, length, added);
    }
    PyMem_Free(sums);
    return found;
}

static long long product(const int8_t *own, const Array *sum)
{
    long long found = 0;
    for (Py_ssize_t at = 0; at < sum->count; at++)
        found += own[at] * (long long)(int32_t)number32(sum, at);
    return found;
}

/* Vectors.products(word, left, right, far) -> the products of the word's vector with each sum */
static PyObject *vectors_products(PyObject *object, PyObject *args)
{
    const Vectors *self = (Vectors *)object;
    PyObject *given[3], *found = NULL;
    Py_ssize_t word;
    if (!PyArg_ParseTuple(args, "nOOO", &word, given, given + 1, given + 2))
        return NULL;
    if (word < 0 || word >= self->vectors.count / self->size)
        return PyErr_Format(PyExc_IndexError, "no word has this number");
    Array sums[3];
    memset(sums, 0, sizeof(sums));
    int held = 0;
    while (held < 3 && hold(sums + held, given[held], 4) == 0)
        held++;
    const int8_t *own = (const int8_t *)self->vectors.view.buf + word * self->size;
    if (held == 3) {
        if (sums[0].count == self->size && sums[1].count == self->size && sums[2].count == self->size)
            found = Py_BuildValue("LLL", product(own, sums), product(own, sums + 1), product(own, sums + 2));
        else
            PyErr_SetString(PyExc_ValueError, "sums of another size");
    }
    for (int at = 0; at < 3; at++)
        release(sums + at);
    return found;
}

static PyObject *vectors_new(PyTypeObject *type, PyObject *args, PyObject *names)
{
    (void)names;
    PyObject *kinds, *vectors, *places;
    Py_ssize_t size, near;
    unsigned int end;
    if (!PyArg_ParseTuple(args, "OOOnnI", &kinds, &vectors, &places, &size, &near, &end))
        return NULL;
    if (size < 1 || size > 4096 || near < 0 || near > 64)
        return PyErr_Format(PyExc_ValueError, "no vectors");
    allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    Vectors *self = (Vectors *)allocate(type, 0);
    if (!self)
        return NULL;
    self->size = size;
    self->near = near;
    self->end = end;
    if (hold(&self->kinds, kinds, 2) < 0 || hold(&self->vectors, vectors, 1) < 0 ||
        hold(&self->places, places, 1) < 0) {
        Py_DECREF((PyObject *)self);
        return NULL;
    }
    self->rows = self->places.count / ((2 * near + 1) * size);
    return (PyObject *)self;
}

static void vectors_free(PyObject *object)
{
    Vectors *self = (Vectors *)object;
    release(&self->kinds);
    release(&self->vectors);
    release(&self->places);
    free_object(object);
}

static PyMethodDef methods[] = {{"around", vectors_around, METH_VARARGS, NULL},
                                {"products", vectors_products, METH_VARARGS, NULL},
                                {NULL}};

static PyType_Slot slots[] = {
    {Py_tp_new, vectors_new}, {Py_tp_dealloc, vectors_free}, {Py_tp_methods, methods}, {0, NULL}};

PyType_Spec vectors_spec = {
    "newslint.native._scanner.Vectors", sizeof(Vectors), 0, Py_TPFLAGS_DEFAULT, slots};
