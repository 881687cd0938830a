/* alike: the names of an article that share a form with a letter left out. */

#include "scanner.h"

#define LONGEST 66 /* as in newslint.lexicon.edit_distance: a longer word has no shortened forms */

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
    for (Py_ssize_t left_out = length > LONGEST ? length : 0; left_out <= length; left_out++) {
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
PyObject *alike(PyObject *module, PyObject *words)
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
