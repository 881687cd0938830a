/* Pairs: how often two words follow each other in news, and where another word is likelier. */

#include "scanner.h"

#define FAR_MORE 8
#define AFTER 256u
#define BEFORE 512u

typedef struct {
    PyObject_HEAD
    Array heads, pairs, rival_heads, rivals, levels, times, is_confused;
    PyObject *confused; /* words that may be meant for those that `is_confused` marks */
    uint32_t common;
} Pairs;

/* The entry of a pair; 0, which none has, if it is not counted. */
static uint32_t entry_of_pair(const Pairs *self, uint32_t first, uint32_t second)
{
    if ((Py_ssize_t)first + 1 >= self->heads.count || second >= 1u << 22)
        return 0;
    uint32_t sought = second << 10;
    Py_ssize_t low = number32(&self->heads, first), end = number32(&self->heads, first + 1);
    if (end > self->pairs.count)
        return 0;
    Py_ssize_t high = end;
    while (low < high) {
        Py_ssize_t middle = low + (high - low) / 2;
        if (number32(&self->pairs, middle) < sought)
            low = middle + 1;
        else
            high = middle;
    }
    uint32_t entry = low < end ? number32(&self->pairs, low) : 0;
    return low < end && (entry ^ sought) < 1024 ? entry : 0;
}

static uint64_t times_of(const Pairs *self, uint32_t entry)
{
    return entry ? number32(&self->times, entry & 255) : 0;
}

/* An article as it is read. */
typedef struct {
    PyObject *pieces, *is_short_form;
    Array numbers;
    Py_ssize_t last;
    uint32_t end;
} Article;

/* Whether piece `at` is this text, which is ASCII; -1 and an error if there is no such piece. */
static int is_text(const Article *article, Py_ssize_t at, const char *text)
{
    PyObject *piece = PyList_GetItem(article->pieces, at);
    if (!piece)
        return -1;
    return PyUnicode_Check(piece) && PyUnicode_CompareWithASCIIString(piece, text) == 0;
}

/* Whether the stop at piece `at` follows a short form, and ends no sentence; -1 if it fails. */
static int is_inner_stop(const Article *article, Py_ssize_t at)
{
    int is_stop = is_text(article, at, ". ");
    PyObject *before = is_stop > 0 ? PyList_GetItem(article->pieces, at - 1) : NULL;
    if (!before)
        return is_stop > 0 ? -1 : is_stop;
    Py_INCREF(before);
    PyObject *said = PyObject_CallFunctionObjArgs(article->is_short_form, before, NULL);
    int is_so = said ? PyObject_IsTrue(said) : -1;
    Py_DECREF(before);
    Py_XDECREF(said);
    return is_so;
}

/* The token before (`by` -1) or after (1) piece `at`; -1 and an error if it fails. */
static long token_beside(const Article *article, Py_ssize_t at, int by)
{
    for (at += by; 0 < at && at < article->last; at += by) {
        uint32_t number = number16(&article->numbers, at);
        int is_inner = number == article->end ? is_inner_stop(article, at) : 0;
        if (is_inner < 0)
            return -1;
        if (number && !is_inner)
            return (long)number;
    }
    return (long)article->end;
}

static int is_far_likelier(const Pairs *self, uint32_t rival, uint32_t left, uint32_t right,
                           uint64_t left_times, uint64_t right_times)
{
    return times_of(self, entry_of_pair(self, left, rival)) > FAR_MORE * left_times &&
           times_of(self, entry_of_pair(self, rival, right)) > FAR_MORE * right_times;
}

static int is_any_rival_likelier(const Pairs *self, uint32_t word, uint32_t left, uint32_t right,
                                 uint64_t left_times, uint64_t right_times)
{
    if ((Py_ssize_t)word + 1 >= self->rival_heads.count)
        return 0;
    Py_ssize_t at = number32(&self->rival_heads, word);
    Py_ssize_t end = number32(&self->rival_heads, word + 1);
    for (; at < end && at < self->rivals.count; at++) {
        if (is_far_likelier(self, number16(&self->rivals, at), left, right, left_times, right_times))
            return 1;
    }
    return 0;
}

/* Whether another word may be meant at piece `here`: one of its rivals, or of `others`, if it has
 * any; -1 and an error if it fails. */
static int is_contested(const Pairs *self, const Article *article, Py_ssize_t here, PyObject *others)
{
    uint32_t word = number16(&article->numbers, here);
    int is_space = here + 2 <= article->last ? is_text(article, here + 1, " ") : 0;
    long right = is_space > 0 ? (long)number16(&article->numbers, here + 2)
                              : token_beside(article, here, 1);
    if (is_space < 0 || right < 0)
        return -1;
    uint32_t entry = entry_of_pair(self, word, (uint32_t)right);
    int is_open = !entry || entry & BEFORE;
    if (!others && !is_open)
        return 0;
    uint64_t right_times = times_of(self, entry);
    long left = token_beside(article, here, -1);
    if (left < 0)
        return -1;
    entry = entry_of_pair(self, (uint32_t)left, word);
    uint64_t left_times = times_of(self, entry);
    if (is_open && (!entry || entry & AFTER) &&
        is_any_rival_likelier(self, word, (uint32_t)left, (uint32_t)right, left_times, right_times))
        return 1;
    for (Py_ssize_t at = 0; others && at < PyTuple_Size(others); at++) {
        unsigned long rival = PyLong_AsUnsignedLong(PyTuple_GetItem(others, at));
        if (PyErr_Occurred())
            return -1;
        if (rival <= UINT16_MAX && is_far_likelier(self, (uint32_t)rival, (uint32_t)left,
                                                   (uint32_t)right, left_times, right_times))
            return 1;
    }
    return 0;
}

/* The words that are confused with word `number`: a tuple that is the caller's, or NULL. */
static PyObject *others_of(const Pairs *self, uint32_t number)
{
    PyObject *key = PyLong_FromUnsignedLong(number);
    PyObject *others = key ? PyDict_GetItemWithError(self->confused, key) : NULL;
    Py_XDECREF(key);
    return others && PyTuple_Check(others) ? shared(others) : NULL;
}

/* Whether word `at` is contested; -1 and an error if it fails. */
static int is_word_contested(const Pairs *self, const Article *article, Py_ssize_t at)
{
    uint32_t number = number16(&article->numbers, 2 * at + 1);
    if (!number || number >= self->levels.count || number >= self->is_confused.count)
        return 0;
    int is_confused = number8(&self->is_confused, number);
    if (!is_confused && number32(&self->times, number8(&self->levels, number)) >= self->common)
        return 0;
    PyObject *others = is_confused ? others_of(self, number) : NULL;
    int is_so = PyErr_Occurred() ? -1 : is_contested(self, article, 2 * at + 1, others);
    Py_XDECREF(others);
    return is_so;
}

/* Pairs.contested(pieces, numbers, end, is_short_form) -> indices of words */
static PyObject *pairs_contested(PyObject *self, PyObject *args)
{
    PyObject *numbers, *found = NULL;
    Article article;
    memset(&article, 0, sizeof(article));
    if (!PyArg_ParseTuple(args, "O!OIO", &PyList_Type, &article.pieces, &numbers, &article.end,
                          &article.is_short_form) || hold(&article.numbers, numbers, 2) < 0)
        return NULL;
    article.last = PyList_Size(article.pieces) - 1;
    if (article.numbers.count != article.last + 1)
        PyErr_SetString(PyExc_ValueError, "a number for each piece is needed");
    else
        found = PyList_New(0);
    for (Py_ssize_t at = 0; found && 2 * at + 1 < article.last; at++) {
        int is_so = is_word_contested((Pairs *)self, &article, at);
        PyObject *place = is_so > 0 ? PyLong_FromSsize_t(at) : NULL;
        if (is_so < 0 || (is_so && (!place || PyList_Append(found, place) < 0)))
            Py_CLEAR(found);
        Py_XDECREF(place);
    }
    release(&article.numbers);
    return found;
}

static PyObject *pairs_new(PyTypeObject *type, PyObject *args, PyObject *names)
{
    (void)names;
    PyObject *heads, *pairs, *rival_heads, *rivals, *levels, *times, *is_confused, *confused;
    unsigned int common;
    if (!PyArg_ParseTuple(args, "OOOOOOOO!I", &heads, &pairs, &rival_heads, &rivals, &levels,
                          &times, &is_confused, &PyDict_Type, &confused, &common))
        return NULL;
    allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    Pairs *self = (Pairs *)allocate(type, 0);
    if (!self)
        return NULL;
    self->confused = shared(confused);
    self->common = common;
    if (hold(&self->heads, heads, 4) == 0 && hold(&self->pairs, pairs, 4) == 0 &&
        hold(&self->rival_heads, rival_heads, 4) == 0 && hold(&self->rivals, rivals, 2) == 0 &&
        hold(&self->levels, levels, 1) == 0 && hold(&self->times, times, 4) == 0 &&
        hold(&self->is_confused, is_confused, 1) == 0) {
        if (self->times.count >= 256)
            return (PyObject *)self;
        PyErr_SetString(PyExc_ValueError, "times of fewer than 256 levels");
    }
    Py_DECREF((PyObject *)self);
    return NULL;
}

static void pairs_free(PyObject *object)
{
    Pairs *self = (Pairs *)object;
    release(&self->heads);
    release(&self->pairs);
    release(&self->rival_heads);
    release(&self->rivals);
    release(&self->levels);
    release(&self->times);
    release(&self->is_confused);
    Py_XDECREF(self->confused);
    free_object(object);
}

static PyMethodDef methods[] = {{"contested", pairs_contested, METH_VARARGS, NULL}, {NULL}};

static PyType_Slot slots[] = {
    {Py_tp_new, pairs_new}, {Py_tp_dealloc, pairs_free}, {Py_tp_methods, methods}, {0, NULL}};

PyType_Spec pairs_spec = {"newslint.native._scanner.Pairs", sizeof(Pairs), 0, Py_TPFLAGS_DEFAULT, slots};
