/* Words: a text in, its words and gaps out, each of which is made once. */

#include "scanner.h"

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

static PyMethodDef methods[] = {{"scan", words_scan, METH_O, NULL},
                                {"number_by", words_number_by, METH_O, NULL},
                                {NULL}};

static PyType_Slot slots[] = {
    {Py_tp_new, words_new}, {Py_tp_dealloc, words_free}, {Py_tp_methods, methods}, {0, NULL}};

PyType_Spec words_spec = {"newslint.native._scanner.Words", sizeof(Words), 0, Py_TPFLAGS_DEFAULT, slots};
