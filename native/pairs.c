/* Pairs: how often two words follow each other in news, and where another word is likelier. */

#include <math.h>

#include "scanner.h"

/* As in newslint.lexicon.counts, and doubtful_places and word_in_context of evidence.real_words. */
#define AFTER 256u
#define BEFORE 512u
#define MORE_AFTER 1024u
#define MORE_BEFORE 2048u
#define MARKS (AFTER | BEFORE | MORE_AFTER | MORE_BEFORE)
#define SECOND 12
#define SHORT 2
#define FEWER 4
#define LIKELY 5.0
#define SURELY_LESS 148.0 /* than the odds whose logarithm is LIKELY */
#define ROUNDED 1.2
#define FEWEST 0.03
#define MOST 1.5
#define CHANCE 0.3

typedef struct {
    PyObject_HEAD
    Array heads, pairs, rival_heads, rivals, levels, times, is_confused;
    PyObject *confused; /* words that may be meant for others, beside their rivals */
    uint32_t common, tokens;
} Pairs;

/* The entry of a pair; 0, which none has, if it is not counted. */
static uint32_t entry_of_pair(const Pairs *self, uint32_t first, uint32_t second)
{
    if ((Py_ssize_t)first + 1 >= self->heads.count || second >= 1u << (32 - SECOND))
        return 0;
    uint32_t sought = second << SECOND;
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
    return low < end && entry >> SECOND == second ? entry : 0;
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

/* A word between two others, and how often it stands with either, as counted and as expected. */
typedef struct {
    uint32_t left, word, right;
    uint64_t left_times, right_times;
    double single, right_single, left_expected, right_expected;
} Place;

static double single_of(const Pairs *self, uint32_t word)
{
    uint64_t times = 0;
    if ((Py_ssize_t)word < self->levels.count)
        times = number32(&self->times, number8(&self->levels, word));
    return ROUNDED * (double)(times > 2 ? times : 2);
}

/* The expected frequency of a pair that is counted so many times. */
static double expected(const Pairs *self, uint32_t first, uint32_t second, uint64_t times)
{
    if (times)
        return ROUNDED * (double)times;
    double often = CHANCE * single_of(self, first) * single_of(self, second) / self->tokens;
    return often < FEWEST ? FEWEST : often > MOST ? MOST : often;
}

/* The place of a word between two others, by the entries of the pairs. */
static Place place_of(const Pairs *self, uint32_t left, uint32_t word, uint32_t right,
                      uint32_t ahead, uint32_t behind)
{
    Place place = {left, word, right, times_of(self, ahead), times_of(self, behind), 0, 0, 0, 0};
    place.single = single_of(self, word);
    place.right_single = single_of(self, right);
    place.left_expected = expected(self, left, word, place.left_times);
    place.right_expected = expected(self, word, right, place.right_times);
    return place;
}

/* Whether a rival stands far more often beside a neighbour, and is likelier by both. */
static int is_likelier(const Pairs *self, const Place *place, uint32_t rival)
{
    uint64_t left_times = times_of(self, entry_of_pair(self, place->left, rival));
    double left = expected(self, place->left, rival, left_times) / place->left_expected;
    double single = single_of(self, rival), commoner = single / place->single;
    /* Two words stand together no more often than either of them does. */
    double most = single < place->right_single ? single : place->right_single;
    if (left * most < SURELY_LESS * place->right_expected * commoner)
        return 0;
    uint64_t right_times = times_of(self, entry_of_pair(self, rival, place->right));
    if (left_times <= FEWER * place->left_times && right_times <= FEWER * place->right_times)
        return 0;
    double right = expected(self, rival, place->right, right_times) / place->right_expected;
    return log(left) + log(right) - log(commoner) > LIKELY;
}

static int is_any_rival_likelier(const Pairs *self, const Place *place)
{
    if ((Py_ssize_t)place->word + 1 >= self->rival_heads.count)
        return 0;
    Py_ssize_t at = number32(&self->rival_heads, place->word);
    Py_ssize_t end = number32(&self->rival_heads, place->word + 1);
    for (; at < end && at < self->rivals.count; at++) {
        if (is_likelier(self, place, number16(&self->rivals, at)))
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
    uint32_t behind = entry_of_pair(self, word, (uint32_t)right);
    uint32_t marks = behind ? behind & MARKS : MARKS;
    if (!others && !(marks & MORE_BEFORE))
        return 0;
    long left = token_beside(article, here, -1);
    if (left < 0)
        return -1;
    uint32_t ahead = entry_of_pair(self, (uint32_t)left, word);
    uint32_t more_marks = ahead ? ahead & MARKS : MARKS;
    int is_far = (more_marks & AFTER) || (marks & BEFORE);
    int is_at_odds = is_far && (marks & MORE_BEFORE) && (more_marks & MORE_AFTER);
    if (!others && !is_at_odds)
        return 0;
    Place place = place_of(self, (uint32_t)left, word, (uint32_t)right, ahead, behind);
    if (is_any_rival_likelier(self, &place))
        return 1;
    for (Py_ssize_t at = 0; others && at < PyTuple_Size(others); at++) {
        unsigned long rival = PyLong_AsUnsignedLong(PyTuple_GetItem(others, at));
        if (PyErr_Occurred())
            return -1;
        if (rival <= UINT16_MAX && is_likelier(self, &place, (uint32_t)rival))
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
    PyObject *word = PyList_GetItem(article->pieces, 2 * at + 1);
    if (!word)
        return -1;
    if (!is_confused && (PyUnicode_GetLength(word) <= SHORT ||
                         number32(&self->times, number8(&self->levels, number)) >= self->common))
        return PyErr_Occurred() ? -1 : 0;
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

/* Pairs.entry(first, second) -> the entry of the pair; 0 if it is not counted */
static PyObject *pairs_entry(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    unsigned long numbers[2];
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "a pair is two numbers");
        return NULL;
    }
    for (int at = 0; at < 2; at++) {
        numbers[at] = PyLong_AsUnsignedLong(args[at]);
        if (PyErr_Occurred())
            return NULL;
    }
    if (numbers[0] > UINT16_MAX || numbers[1] > UINT16_MAX)
        return PyLong_FromLong(0);
    uint32_t entry = entry_of_pair((Pairs *)self, (uint32_t)numbers[0], (uint32_t)numbers[1]);
    return PyLong_FromUnsignedLong(entry);
}

/* Pairs.likely(left, word, right, rivals) -> those rivals that are likelier between the two */
static PyObject *pairs_likely(PyObject *object, PyObject *args)
{
    const Pairs *self = (Pairs *)object;
    unsigned int left, word, right;
    PyObject *rivals;
    if (!PyArg_ParseTuple(args, "IIIO!", &left, &word, &right, &PyTuple_Type, &rivals))
        return NULL;
    Place place = place_of(self, left, word, right, entry_of_pair(self, left, word),
                           entry_of_pair(self, word, right));
    PyObject *found = PyList_New(0);
    for (Py_ssize_t at = 0; found && at < PyTuple_Size(rivals); at++) {
        PyObject *rival = PyTuple_GetItem(rivals, at);
        unsigned long number = PyLong_AsUnsignedLong(rival);
        int is_so = !PyErr_Occurred() && number <= UINT16_MAX &&
                    is_likelier(self, &place, (uint32_t)number);
        if (PyErr_Occurred() || (is_so && PyList_Append(found, rival) < 0))
            Py_CLEAR(found);
    }
    return found;
}

static PyObject *pairs_new(PyTypeObject *type, PyObject *args, PyObject *names)
{
    (void)names;
    PyObject *heads, *pairs, *rival_heads, *rivals, *levels, *times, *is_confused, *confused;
    unsigned int common, tokens;
    if (!PyArg_ParseTuple(args, "OOOOOOOO!II", &heads, &pairs, &rival_heads, &rivals, &levels,
                          &times, &is_confused, &PyDict_Type, &confused, &common, &tokens))
        return NULL;
    allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    Pairs *self = (Pairs *)allocate(type, 0);
    if (!self)
        return NULL;
    self->confused = shared(confused);
    self->common = common;
    self->tokens = tokens ? tokens : 1;
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

static PyMethodDef methods[] = {{"contested", pairs_contested, METH_VARARGS, NULL},
                                {"entry", (PyCFunction)(void (*)(void))pairs_entry, METH_FASTCALL,
                                 NULL},
                                {"likely", pairs_likely, METH_VARARGS, NULL},
                                {NULL}};

static PyType_Slot slots[] = {
    {Py_tp_new, pairs_new}, {Py_tp_dealloc, pairs_free}, {Py_tp_methods, methods}, {0, NULL}};

PyType_Spec pairs_spec = {"newslint.native._scanner.Pairs", sizeof(Pairs), 0, Py_TPFLAGS_DEFAULT, slots};
