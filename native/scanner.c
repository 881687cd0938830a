/* The compiled scanner: what newslint does for every word of an article, in C.
 *
 * Three types and a function, one for each place that uses it; each has a twin in Python, which is the reference:
 *   Words    text -> words, gaps, places         newslint/text/tokenizer.py
 *   Pairs    words that another may be meant for newslint/lexicon/counts.py
 *   Forms    words an edit or two away           newslint/lexicon/hash_index.py
 *   alike    names that may be an edit apart     newslint/evidence/look_alikes.py
 *
 * Text is hostile: every index is checked against the length of what it points into, and whatever
 * Python code is called may call us again. Only the limited API is used, so that one build serves
 * every Python from 3.11.
 */

#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x030B0000
#include <Python.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* ---- Arrays that are mapped from files ---- */

typedef struct {
    Py_buffer view;
    int is_held;
    Py_ssize_t count;
} Array;

/* Hold the numbers of an object with a buffer, each of `size` bytes; -1 and an error if it fails. */
static int hold(Array *array, PyObject *object, Py_ssize_t size)
{
    if (PyObject_GetBuffer(object, &array->view, PyBUF_SIMPLE) < 0)
        return -1;
    array->is_held = 1;
    array->count = array->view.len / size;
    return 0;
}

static void release(Array *array)
{
    if (array->is_held)
        PyBuffer_Release(&array->view);
    array->is_held = 0;
}

/* An array is a part of a file: its numbers need not lie at a multiple of their size. */
static uint32_t number32(const Array *array, Py_ssize_t at)
{
    uint32_t number;
    memcpy(&number, (const char *)array->view.buf + 4 * at, 4);
    return number;
}

static uint32_t number8(const Array *array, Py_ssize_t at)
{
    return ((const unsigned char *)array->view.buf)[at];
}

static uint32_t number16(const Array *array, Py_ssize_t at)
{
    uint16_t number;
    memcpy(&number, (const char *)array->view.buf + 2 * at, 2);
    return number;
}

static uint64_t number64(const Array *array, Py_ssize_t at)
{
    uint64_t number;
    memcpy(&number, (const char *)array->view.buf + 8 * at, 8);
    return number;
}

static void free_object(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    freefunc give_back = (freefunc)PyType_GetSlot(type, Py_tp_free);
    give_back(self);
    Py_DECREF(type);
}

/* ---- Words: what a word is ---- */

enum { UNSEEN, OTHER, ALNUM };

#define SOFT_HYPHEN 0xAD
#define CURLY 0x2019

static unsigned char classes[0x110000];

/* What `method`, a test of str, says of one letter; -1 if it fails. */
static int ask(Py_UCS4 letter, const char *method)
{
    PyObject *text = PyUnicode_FromOrdinal((int)letter);
    PyObject *said = text ? PyObject_CallMethod(text, method, NULL) : NULL;
    int is_so = said ? PyObject_IsTrue(said) : -1;
    Py_XDECREF(text);
    Py_XDECREF(said);
    return is_so;
}

static int is_alnum(Py_UCS4 letter)
{
    if (letter >= 0x110000)
        return 0;
    if (classes[letter] == UNSEEN) {
        int is_so = ask(letter, "isalnum");
        if (is_so < 0)
            return -1;
        classes[letter] = is_so ? ALNUM : OTHER;
    }
    return classes[letter] == ALNUM;
}

static int is_mark(Py_UCS4 letter)
{
    return letter >= 0x300 && letter <= 0x36F;
}

static int joins(Py_UCS4 letter)
{
    return letter == '\'' || letter == CURLY || letter == SOFT_HYPHEN;
}

/* Write where each piece ends, gaps and words in turn; return how many there are, or -1. */
static Py_ssize_t find_ends(const Py_UCS4 *text, Py_ssize_t length, unsigned long *ends)
{
    Py_ssize_t count = 0, at = 0;
    int is_so = 0;
    for (;;) {
        while (at < length && !(is_so = is_alnum(text[at])))
            at++;
        if (is_so < 0)
            return -1;
        ends[count++] = (unsigned long)at;
        if (at == length)
            return count;
        while (at < length) {
            is_so = is_alnum(text[at]);
            if (!is_so && joins(text[at]) && at + 1 < length)
                is_so = is_alnum(text[at + 1]);
            else if (!is_so)
                is_so = is_mark(text[at]);
            if (is_so < 0)
                return -1;
            if (!is_so)
                break;
            at++;
        }
        ends[count++] = (unsigned long)at;
    }
}

/* ---- Words: each is made once ---- */

#define LONGEST_KEPT 32
#define MOST_KEPT 20000
#define SLOTS 65536

typedef struct {
    uint64_t hash;
    PyObject *piece, *word, *lowered; /* a gap has no word */
    uint32_t article;                 /* the last one that it stood in */
    uint16_t number;
    unsigned char length, is_capital;
    Py_UCS4 letters[];
} Entry;

typedef struct {
    PyObject_HEAD
    Entry **slots;
    Py_ssize_t kept;
    PyObject *numbers; /* a mapping that has the number of each piece, or NULL */
    uint64_t seed;
    uint32_t article;
    int is_busy;
} Words;

static void forget(Entry *entry)
{
    if (!entry)
        return;
    Py_XDECREF(entry->piece);
    Py_XDECREF(entry->word);
    Py_XDECREF(entry->lowered);
    PyMem_Free(entry);
}

static void forget_all(Words *self)
{
    if (self->slots)
        for (Py_ssize_t at = 0; at < SLOTS; at++) {
            forget(self->slots[at]);
            self->slots[at] = NULL;
        }
    self->kept = 0;
}

static uint64_t hash_of(const Py_UCS4 *letters, Py_ssize_t length, uint64_t seed)
{
    uint64_t hash = seed ^ (uint64_t)length;
    for (Py_ssize_t at = 0; at < length; at++) {
        hash = (hash ^ letters[at]) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 29;
    }
    return hash;
}

/* `text` in small letters, with plain apostrophes. */
static PyObject *lowered_of(PyObject *text)
{
    PyObject *curly = PyObject_CallMethod(text, "lower", NULL);
    PyObject *plain = curly ? PyObject_CallMethod(curly, "replace", "ss", "\xe2\x80\x99", "'") : NULL;
    Py_XDECREF(curly);
    if (plain && PyUnicode_Compare(plain, text) == 0) {
        Py_DECREF(plain);
        plain = text;
        Py_INCREF(plain);
    }
    return plain;
}

/* Set the number of an entry's piece; -1 and an error if it has none. */
static int number_entry(const Words *self, Entry *entry)
{
    PyObject *number = PyObject_GetItem(self->numbers, entry->piece);
    long found = number ? PyLong_AsLong(number) : -1;
    Py_XDECREF(number);
    if (found < 0 || found > UINT16_MAX) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_ValueError, "no number of a token");
        return -1;
    }
    entry->number = (uint16_t)found;
    return 0;
}

/* A new entry for `length` letters of `text` from `start`; NULL and an error if it fails. */
static Entry *entry_of(const Words *self, PyObject *text, const Py_UCS4 *letters,
                       Py_ssize_t start, Py_ssize_t length, int is_word)
{
    Py_ssize_t kept = length <= LONGEST_KEPT ? length : 0;
    Entry *entry = PyMem_Malloc(sizeof(Entry) + (size_t)kept * sizeof(Py_UCS4));
    if (!entry)
        return (Entry *)PyErr_NoMemory();
    memset(entry, 0, sizeof(Entry));
    memcpy(entry->letters, letters + start, (size_t)kept * sizeof(Py_UCS4));
    entry->length = (unsigned char)kept;
    entry->piece = PyUnicode_Substring(text, start, start + length);
    int is_capital = 0;
    if (entry->piece && is_word) {
        entry->word = PyObject_CallMethod(entry->piece, "replace", "ss", "\xc2\xad", "");
        entry->lowered = entry->word ? lowered_of(entry->word) : NULL;
        is_capital = entry->lowered ? ask(letters[start], "isupper") : -1;
        entry->is_capital = is_capital > 0;
    }
    if (!entry->piece || is_capital < 0 || (self->numbers && number_entry(self, entry) < 0)) {
        forget(entry);
        return NULL;
    }
    return entry;
}

/* The slot of these letters: theirs, or the empty one where they belong. */
static Entry **slot_of(Words *self, const Py_UCS4 *letters, Py_ssize_t length, uint64_t hash)
{
    size_t at = (size_t)(hash & (SLOTS - 1));
    for (;; at = (at + 1) & (SLOTS - 1)) {
        Entry *entry = self->slots[at];
        if (!entry || (entry->hash == hash && entry->length == length &&
                       !memcmp(entry->letters, letters, (size_t)length * sizeof(Py_UCS4))))
            return self->slots + at;
    }
}

/* What the lists of an article are filled with. */
typedef struct {
    PyObject *pieces, *words, *lowered, *capitals, *distinct;
    uint16_t *numbers;
    uint64_t *hashes;
} Lists;

static PyObject *shared(PyObject *object)
{
    Py_INCREF(object);
    return object;
}

static int append_word(Lists *lists, Entry *entry, Py_ssize_t at, int is_new)
{
    if (PyList_SetItem(lists->words, at, shared(entry->word)) < 0 ||
        PyList_SetItem(lists->lowered, at, shared(entry->lowered)) < 0)
        return -1;
    if (is_new && PySet_Add(lists->distinct, entry->word) < 0)
        return -1;
    if (entry->is_capital) {
        PyObject *place = PyLong_FromSsize_t(at);
        int failed = !place || PyList_Append(lists->capitals, place) < 0;
        Py_XDECREF(place);
        return failed ? -1 : 0;
    }
    return 0;
}

/* Put piece number `at` into the lists. While somebody else is at the table, nothing is kept. */
static int append(Words *self, Lists *lists, PyObject *text, const Py_UCS4 *letters,
                  Py_ssize_t start, Py_ssize_t length, Py_ssize_t at, int may_keep)
{
    Entry *entry = NULL, **slot = NULL;
    int is_kept = may_keep && length <= LONGEST_KEPT;
    uint64_t hash = lists->hashes[at];
    if (is_kept) {
        slot = slot_of(self, letters + start, length, hash);
        entry = *slot;
    }
    if (!entry) {
        entry = entry_of(self, text, letters, start, length, (int)(at & 1));
        if (!entry)
            return -1;
        if (is_kept) {
            if (self->kept >= MOST_KEPT) {
                forget_all(self);
                slot = slot_of(self, letters + start, length, hash);
            }
            entry->hash = hash;
            *slot = entry;
            self->kept++;
        }
    }
    int failed = PyList_SetItem(lists->pieces, at, shared(entry->piece)) < 0;
    lists->numbers[at] = entry->number;
    if (!failed && at & 1) {
        int is_new = !is_kept || entry->article != self->article;
        failed = append_word(lists, entry, at / 2, is_new) < 0;
        entry->article = self->article;
    }
    if (!is_kept)
        forget(entry);
    return failed ? -1 : 0;
}

#if defined(__GNUC__)
#define PREFETCH(address) __builtin_prefetch(address)
#else
#define PREFETCH(address) (void)(address)
#endif

#define AHEAD 8

/* Ask for the memory of the pieces ahead, so that the table is not waited for at each of them. */
static void look_ahead(const Words *self, const uint64_t *hashes, Py_ssize_t at, Py_ssize_t count)
{
    if (at + 3 * AHEAD < count)
        PREFETCH(self->slots + (hashes[at + 3 * AHEAD] & (SLOTS - 1)));
    if (at + 2 * AHEAD < count) {
        const Entry *entry = self->slots[hashes[at + 2 * AHEAD] & (SLOTS - 1)];
        PREFETCH(entry);
    }
    if (at + AHEAD < count) {
        const Entry *entry = self->slots[hashes[at + AHEAD] & (SLOTS - 1)];
        if (entry) {
            PREFETCH(entry->piece);
            PREFETCH(entry->lowered);
            PREFETCH(entry->letters + 8);
        }
    }
}

static int fill(Words *self, Lists *lists, PyObject *text, const Py_UCS4 *letters,
                const unsigned long *ends, Py_ssize_t count)
{
    int may_keep = !self->is_busy;
    if (may_keep) {
        self->is_busy = 1;
        if (!++self->article) { /* the numbers of articles begin anew */
            forget_all(self);
            self->article = 1;
        }
    }
    int failed = 0;
    unsigned long start = 0;
    for (Py_ssize_t at = 0; at < count; start = ends[at++]) {
        unsigned long length = ends[at] - start;
        lists->hashes[at] = length <= LONGEST_KEPT
                                ? hash_of(letters + start, (Py_ssize_t)length, self->seed)
                                : 0;
    }
    start = 0;
    for (Py_ssize_t at = 0; at < count && !failed; start = ends[at++]) {
        if (may_keep)
            look_ahead(self, lists->hashes, at, count);
        failed = append(self, lists, text, letters, (Py_ssize_t)start,
                        (Py_ssize_t)(ends[at] - start), at, may_keep) < 0;
    }
    if (may_keep)
        self->is_busy = 0;
    return failed ? -1 : 0;
}

/* The lists of an article as a tuple, filled; NULL and an error if it fails. */
static PyObject *filled(Words *self, Lists *lists, PyObject *text, const Py_UCS4 *letters,
                        const unsigned long *ends, Py_ssize_t count)
{
    PyObject *found = NULL, *numbers = NULL;
    PyObject *places = PyBytes_FromStringAndSize((const char *)ends, count * (Py_ssize_t)sizeof(*ends));
    if (places && lists->pieces && lists->words && lists->lowered && lists->capitals &&
        lists->distinct && fill(self, lists, text, letters, ends, count) == 0) {
        numbers = self->numbers ? PyBytes_FromStringAndSize((char *)lists->numbers, 2 * count)
                                : shared(Py_None);
        if (numbers)
            found = PyTuple_Pack(7, lists->pieces, lists->words, lists->lowered, places,
                                 lists->capitals, lists->distinct, numbers);
    }
    Py_XDECREF(places);
    Py_XDECREF(numbers);
    return found;
}

/* Words.scan(text) -> pieces, words, lowered, ends, capitals, distinct, numbers
 *
 * `ends` are the bytes of unsigned longs, `numbers` of unsigned shorts, or None. */
static PyObject *words_scan(PyObject *self, PyObject *text)
{
    if (!PyUnicode_CheckExact(text))
        return PyErr_Format(PyExc_TypeError, "text is no str");
    PyObject *found = NULL;
    Py_ssize_t length = PyUnicode_GetLength(text), count = -1;
    Py_UCS4 *letters = PyUnicode_AsUCS4Copy(text);
    unsigned long *ends = PyMem_Malloc(((size_t)length + 2) * sizeof(*ends));
    if (ends && letters)
        count = find_ends(letters, length, ends);
    uint16_t *numbers = count < 0 ? NULL : PyMem_Malloc((size_t)count * sizeof(*numbers));
    uint64_t *hashes = count < 0 ? NULL : PyMem_Malloc((size_t)count * sizeof(*hashes));
    if (numbers && hashes) {
        Lists lists = {PyList_New(count), PyList_New(count / 2), PyList_New(count / 2),
                       PyList_New(0), PyFrozenSet_New(NULL), numbers, hashes};
        found = filled((Words *)self, &lists, text, letters, ends, count);
        Py_XDECREF(lists.pieces);
        Py_XDECREF(lists.words);
        Py_XDECREF(lists.lowered);
        Py_XDECREF(lists.capitals);
        Py_XDECREF(lists.distinct);
    } else if (!PyErr_Occurred())
        PyErr_NoMemory();
    PyMem_Free(letters);
    PyMem_Free(ends);
    PyMem_Free(numbers);
    PyMem_Free(hashes);
    return found;
}

/* Words.number_by(mapping): from now on, `scan` has the number of each piece in it. */
static PyObject *words_number_by(PyObject *object, PyObject *numbers)
{
    Words *self = (Words *)object;
    if (self->is_busy)
        return PyErr_Format(PyExc_RuntimeError, "a text is being read");
    forget_all(self);
    PyObject *before = self->numbers;
    self->numbers = shared(numbers);
    Py_XDECREF(before);
    Py_RETURN_NONE;
}

static PyObject *words_new(PyTypeObject *type, PyObject *args, PyObject *names)
{
    (void)args, (void)names;
    allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    Words *self = (Words *)allocate(type, 0);
    PyObject *secret = PyUnicode_FromString("newslint"); /* its hash is another in every process */
    if (self && secret)
        self->seed = (uint64_t)PyObject_Hash(secret);
    if (self)
        self->slots = PyMem_Calloc(SLOTS, sizeof(Entry *));
    Py_XDECREF(secret);
    if (!self || !secret || !self->slots) {
        Py_XDECREF((PyObject *)self);
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    }
    return (PyObject *)self;
}

static void words_free(PyObject *object)
{
    forget_all((Words *)object);
    PyMem_Free(((Words *)object)->slots);
    Py_XDECREF(((Words *)object)->numbers);
    free_object(object);
}

/* ---- Pairs: how often two words follow each other ---- */

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

/* ---- Forms: a hash table of shortened words ---- */

#define LONGEST_WORD 64

typedef struct {
    PyObject_HEAD
    Array rows, heads, marks;
    uint64_t last_mark;
    unsigned int shift;
} Forms;

static uint32_t crc_table[256];

static void make_crc_table(void)
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
    Py_ssize_t bucket = (Py_ssize_t)(hash >> self->shift);
    if (bucket + 1 >= self->heads.count)
        return 0;
    Py_ssize_t at = number32(&self->heads, bucket), end = number32(&self->heads, bucket + 1);
    for (; at < end && at < self->rows.count; at++) {
        uint64_t row = number64(&self->rows, at);
        if (row >> 32 != hash)
            continue;
        PyObject *place = PyLong_FromUnsignedLongLong(row & 0xFFFFFFFFu);
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
    unsigned int shift;
    if (!PyArg_ParseTuple(args, "OOOI", &rows, &heads, &marks, &shift))
        return NULL;
    allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    Forms *self = (Forms *)allocate(type, 0);
    if (!self)
        return NULL;
    if (hold(&self->rows, rows, 8) < 0 || hold(&self->heads, heads, 4) < 0 ||
        hold(&self->marks, marks, 1) < 0) {
        Py_DECREF(self);
        return NULL;
    }
    uint64_t bits = 8 * (uint64_t)self->marks.count;
    if (!bits || bits & (bits - 1) || shift > 63) {
        Py_DECREF(self);
        return PyErr_Format(PyExc_ValueError, "no index of forms");
    }
    self->last_mark = bits - 1;
    self->shift = shift;
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

/* ---- Names that are a slip apart ---- */

typedef struct {
    uint64_t hash;
    Py_ssize_t key;
} Form;

static int by_hash(const void *a, const void *b)
{
    const Form *one = a, *other = b;
    if (one->hash != other->hash)
        return one->hash < other->hash ? -1 : 1;
    return (one->key > other->key) - (one->key < other->key);
}

/* Write the hashes of a word and of its shortened forms; return how many there are, or -1. */
static Py_ssize_t write_forms(PyObject *word, Py_ssize_t key, Form *forms)
{
    Py_ssize_t length = PyUnicode_GetLength(word), count = 0;
    Py_UCS4 *letters = PyUnicode_AsUCS4Copy(word);
    if (!letters)
        return -1;
    for (Py_ssize_t left_out = 0; left_out <= length; left_out++) {
        uint64_t hash = 0;
        for (Py_ssize_t at = 0; at < length; at++)
            if (at != left_out) {
                hash = (hash ^ letters[at]) * 0x9E3779B97F4A7C15u;
                hash ^= hash >> 29;
            }
        forms[count++] = (Form){hash, key};
    }
    PyMem_Free(letters);
    return count;
}

/* The keys of each run of equal hashes, as lists in a list, but for runs of one key. */
static PyObject *groups_of(const Form *forms, Py_ssize_t count)
{
    PyObject *groups = PyList_New(0);
    for (Py_ssize_t first = 0, end; groups && first < count; first = end) {
        PyObject *group = NULL;
        for (end = first + 1; end < count && forms[end].hash == forms[first].hash; end++) {
            if (forms[end].key == forms[end - 1].key)
                continue;
            if (!group)
                group = Py_BuildValue("[n]", forms[first].key);
            PyObject *key = group ? PyLong_FromSsize_t(forms[end].key) : NULL;
            int failed = !key || PyList_Append(group, key) < 0;
            Py_XDECREF(key);
            if (failed) {
                Py_XDECREF(group);
                Py_DECREF(groups);
                return NULL;
            }
        }
        if (group && PyList_Append(groups, group) < 0)
            Py_CLEAR(groups);
        Py_XDECREF(group);
    }
    return groups;
}

/* alike(words) -> the indices of words that share a form, in a list for each form */
static PyObject *alike(PyObject *module, PyObject *words)
{
    (void)module;
    if (!PyTuple_Check(words))
        return PyErr_Format(PyExc_TypeError, "words are no tuple");
    Py_ssize_t size = PyTuple_Size(words), most = 0, count = 0, written = 0;
    for (Py_ssize_t at = 0; at < size; at++) {
        Py_ssize_t length = PyUnicode_GetLength(PyTuple_GetItem(words, at));
        if (length < 0)
            return NULL;
        most += length + 1;
    }
    Form *forms = PyMem_Malloc(((size_t)most + 1) * sizeof(*forms));
    if (!forms)
        return PyErr_NoMemory();
    for (Py_ssize_t at = 0; at < size && written >= 0; at++, count += written)
        written = write_forms(PyTuple_GetItem(words, at), at, forms + count);
    PyObject *groups = NULL;
    if (written >= 0) {
        qsort(forms, (size_t)count, sizeof(*forms), by_hash);
        groups = groups_of(forms, count);
    }
    PyMem_Free(forms);
    return groups;
}

/* ---- The module ---- */

static PyMethodDef functions[] = {{"alike", alike, METH_O, NULL}, {NULL}};

static PyMethodDef words_methods[] = {{"scan", words_scan, METH_O, NULL},
                                      {"number_by", words_number_by, METH_O, NULL},
                                      {NULL}};
static PyMethodDef pairs_methods[] = {{"contested", pairs_contested, METH_VARARGS, NULL}, {NULL}};
static PyMethodDef forms_methods[] = {{"near", forms_near, METH_O, NULL},
                                      {"further", forms_further, METH_O, NULL},
                                      {NULL}};

#define SLOTS_OF(name)                                                                             \
    static PyType_Slot name##_slots[] = {{Py_tp_new, name##_new},                                  \
                                         {Py_tp_dealloc, name##_free},                             \
                                         {Py_tp_methods, name##_methods},                          \
                                         {0, NULL}};

SLOTS_OF(words)
SLOTS_OF(pairs)
SLOTS_OF(forms)

static PyType_Spec specs[] = {
    {"newslint.native._scanner.Words", sizeof(Words), 0, Py_TPFLAGS_DEFAULT, words_slots},
    {"newslint.native._scanner.Pairs", sizeof(Pairs), 0, Py_TPFLAGS_DEFAULT, pairs_slots},
    {"newslint.native._scanner.Forms", sizeof(Forms), 0, Py_TPFLAGS_DEFAULT, forms_slots},
};

static int add_types(PyObject *module)
{
    make_crc_table();
    for (size_t at = 0; at < sizeof(specs) / sizeof(*specs); at++) {
        PyObject *type = PyType_FromModuleAndSpec(module, specs + at, NULL);
        int failed = !type || PyModule_AddType(module, (PyTypeObject *)type) < 0;
        Py_XDECREF(type);
        if (failed)
            return -1;
    }
    return 0;
}

static PyModuleDef_Slot module_slots[] = {{Py_mod_exec, add_types}, {0, NULL}};

static PyModuleDef module = {PyModuleDef_HEAD_INIT, "newslint.native._scanner", NULL, 0, functions, module_slots,
                             NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__scanner(void)
{
    return PyModuleDef_Init(&module);
}
