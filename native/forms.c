/* Forms: a hash table of shortened words, in which words an edit or two away are found. */

#include "scanner.h"

#define LONGEST_WORD 64

typedef struct {
    PyObject_HEAD
    Array rows, heads, marks;
    uint64_t last_mark;
    uint32_t places; /* the bits of a row that are a place */
    unsigned int bits;
} Forms;

static uint32_t crc_table[256];

void make_crc_table(void)
{
    for (uint32_t at = 0; at < 256; at++) {
        uint32_t value = at;
        for (int bit = 0; bit < 8; bit++)
            value = value & 1 ? 0xEDB88320u ^ value >> 1 : value >> 1;
        crc_table[at] = value;
    }
}

static uint32_t crc_of(const unsigned char *word, size_t length, size_t left_out)
{
    uint32_t crc = 0xFFFFFFFFu;
    for (size_t at = 0; at < length; at++)
        if (at != left_out)
            crc = crc_table[(crc ^ word[at]) & 255] ^ crc >> 8;
    return ~crc;
}

/* Add the places under the hash of a word, without one of its letters, to `places`. */
static int add_places(const Forms *self, const unsigned char *word, size_t length, size_t left_out,
                      PyObject *places)
{
    uint64_t hash = crc_of(word, length, left_out), mark = hash & self->last_mark;
    if (!(((unsigned char *)self->marks.view.buf)[mark >> 3] >> (mark & 7) & 1))
        return 0;
    Py_ssize_t bucket = (Py_ssize_t)(hash >> (32 - self->bits));
    if (bucket + 1 >= self->heads.count)
        return 0;
    Py_ssize_t at = number32(&self->heads, bucket), end = number32(&self->heads, bucket + 1);
    if (end > self->rows.count)
        end = self->rows.count;
    uint32_t rest = (uint32_t)(hash << self->bits) & ~self->places;
    for (Py_ssize_t high = end; at < high;) { /* somebody's index may have one bucket for all */
        Py_ssize_t middle = at + (high - at) / 2;
        if (number32(&self->rows, middle) < rest)
            at = middle + 1;
        else
            high = middle;
    }
    for (; at < end; at++) {
        uint32_t row = number32(&self->rows, at);
        if ((row & ~self->places) != rest)
            break;
        PyObject *place = PyLong_FromUnsignedLongLong(row & self->places);
        int failed = !place || PySet_Add(places, place) < 0;
        Py_XDECREF(place);
        if (failed)
            return -1;
    }
    return 0;
}

/* Add the places of a word and of its shortened forms. */
static int add_near(const Forms *self, const unsigned char *word, size_t length, PyObject *places)
{
    for (size_t left_out = 0; left_out <= length; left_out++)
        if (add_places(self, word, length, left_out, places) < 0)
            return -1;
    return 0;
}

/* Add the places near each word that is one of the likelier slips away (`edit_distance`). */
static int add_further(const Forms *self, const unsigned char *word, size_t length, PyObject *places)
{
    unsigned char slipped[LONGEST_WORD + 1];
    for (size_t at = 0; at < length; at++) {
        memcpy(slipped, word, at);
        memcpy(slipped + at, word + at + 1, length - at - 1);
        if (add_near(self, slipped, length - 1, places) < 0)
            return -1;
    }
    for (size_t at = 1; at < length; at++) {
        memcpy(slipped, word, at);
        slipped[at] = word[at - 1];
        memcpy(slipped + at + 1, word + at, length - at);
        if (add_near(self, slipped, length + 1, places) < 0)
            return -1;
        memcpy(slipped, word, length);
        slipped[at - 1] = word[at];
        slipped[at] = word[at - 1];
        if (add_near(self, slipped, length, places) < 0)
            return -1;
    }
    return 0;
}

/* The places of one of both; None for a word that is not ASCII, or too long. */
static PyObject *places_by(int (*add)(const Forms *, const unsigned char *, size_t, PyObject *),
                           PyObject *self, PyObject *word)
{
    Py_ssize_t size = 0;
    const char *letters = PyUnicode_AsUTF8AndSize(word, &size);
    if (!letters) { /* a lone surrogate, or no text */
        PyErr_Clear();
        Py_RETURN_NONE;
    }
    if (size > LONGEST_WORD || size != PyUnicode_GetLength(word))
        Py_RETURN_NONE;
    PyObject *places = PySet_New(NULL);
    if (places && add((Forms *)self, (const unsigned char *)letters, (size_t)size, places) < 0)
        Py_CLEAR(places);
    return places;
}

/* Forms.near(word) -> places of the word and its shortened forms */
static PyObject *forms_near(PyObject *self, PyObject *word)
{
    return places_by(add_near, self, word);
}

/* Forms.further(word) -> places of `edit_distance.forms_slipped_once(word)` */
static PyObject *forms_further(PyObject *self, PyObject *word)
{
    return places_by(add_further, self, word);
}

static PyObject *forms_new(PyTypeObject *type, PyObject *args, PyObject *names)
{
    (void)names;
    PyObject *rows, *heads, *marks;
    unsigned int bits, reach;
    if (!PyArg_ParseTuple(args, "OOOII", &rows, &heads, &marks, &bits, &reach))
        return NULL;
    allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    Forms *self = (Forms *)allocate(type, 0);
    if (!self)
        return NULL;
    if (hold(&self->rows, rows, 4) < 0 || hold(&self->heads, heads, 4) < 0 ||
        hold(&self->marks, marks, 1) < 0) {
        Py_DECREF(self);
        return NULL;
    }
    uint64_t marked = 8 * (uint64_t)self->marks.count;
    if (!marked || marked & (marked - 1) || bits > 32 || reach > 32) {
        Py_DECREF(self);
        return PyErr_Format(PyExc_ValueError, "no index of forms");
    }
    self->last_mark = marked - 1;
    self->places = (uint32_t)(((uint64_t)1 << reach) - 1);
    self->bits = bits;
    return (PyObject *)self;
}

static void forms_free(PyObject *object)
{
    Forms *self = (Forms *)object;
    release(&self->rows);
    release(&self->heads);
    release(&self->marks);
    free_object(object);
}

static PyMethodDef methods[] = {{"near", forms_near, METH_O, NULL},
                                {"further", forms_further, METH_O, NULL},
                                {NULL}};

static PyType_Slot slots[] = {
    {Py_tp_new, forms_new}, {Py_tp_dealloc, forms_free}, {Py_tp_methods, methods}, {0, NULL}};

PyType_Spec forms_spec = {"newslint.native._scanner.Forms", sizeof(Forms), 0, Py_TPFLAGS_DEFAULT, slots};
