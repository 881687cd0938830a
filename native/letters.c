/* What a word is, and where each ends. */

#include "scanner.h"

enum { UNSEEN, OTHER, ALNUM };

#define SOFT_HYPHEN 0xAD
#define CURLY 0x2019

static unsigned char classes[0x110000];

/* What `method`, a test of str, says of one letter; -1 if it fails. */
int ask(Py_UCS4 letter, const char *method)
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
Py_ssize_t find_ends(const Py_UCS4 *text, Py_ssize_t length, unsigned long *ends)
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
