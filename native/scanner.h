/* The compiled scanner: what newslint does for every word of an article, in C.
 *
 * Four types and a function, one for each place that uses it; each has a twin in Python, which is
 * the reference:
 *   Words    text -> words, gaps, places         newslint/text/tokenizer.py
 *   Pairs    words that another may be meant for newslint/lexicon/counts.py
 *   Vectors  how well a word fits in its place   newslint/lexicon/word_vectors.py
 *   Forms    words an edit or two away           newslint/lexicon/hash_index.py
 *   alike    names that may be an edit apart     newslint/evidence/variants/look_alikes.py
 *
 * Text is hostile: every index is checked against the length of what it points into, and whatever
 * Python code is called may call us again. Only the limited API is used, so that one build serves
 * every Python from 3.11.
 */

#ifndef NEWSLINT_SCANNER_H
#define NEWSLINT_SCANNER_H

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
static inline int hold(Array *array, PyObject *object, Py_ssize_t size)
{
    if (PyObject_GetBuffer(object, &array->view, PyBUF_SIMPLE) < 0)
        return -1;
    array->is_held = 1;
    array->count = array->view.len / size;
    return 0;
}

static inline void release(Array *array)
{
    if (array->is_held)
        PyBuffer_Release(&array->view);
    array->is_held = 0;
}

/* An array is a part of a file: its numbers need not lie at a multiple of their size. */
static inline uint32_t number32(const Array *array, Py_ssize_t at)
{
    uint32_t number;
    memcpy(&number, (const char *)array->view.buf + 4 * at, 4);
    return number;
}

static inline uint32_t number8(const Array *array, Py_ssize_t at)
{
    return ((const unsigned char *)array->view.buf)[at];
}

static inline uint32_t number16(const Array *array, Py_ssize_t at)
{
    uint16_t number;
    memcpy(&number, (const char *)array->view.buf + 2 * at, 2);
    return number;
}

static inline void free_object(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    freefunc give_back = (freefunc)PyType_GetSlot(type, Py_tp_free);
    give_back(self);
    Py_DECREF(type);
}

static inline PyObject *shared(PyObject *object)
{
    Py_INCREF(object);
    return object;
}

/* ---- What each file has for the others ---- */

/* letters.c: what a word is */
int ask(Py_UCS4 letter, const char *method);
Py_ssize_t find_ends(const Py_UCS4 *text, Py_ssize_t length, unsigned long *ends);

/* the types, and alike.c */
extern PyType_Spec words_spec, pairs_spec, vectors_spec, forms_spec;
PyObject *alike(PyObject *module, PyObject *words);
void make_crc_table(void);

#endif
