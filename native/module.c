/* The module newslint.native._scanner. */

#include "scanner.h"

static PyMethodDef functions[] = {{"alike", alike, METH_O, NULL}, {NULL}};

static int add_types(PyObject *module)
{
    PyType_Spec *specs[] = {&words_spec, &pairs_spec, &vectors_spec, &forms_spec};
    make_crc_table();
    for (size_t at = 0; at < sizeof(specs) / sizeof(*specs); at++) {
        PyObject *type = PyType_FromModuleAndSpec(module, specs[at], NULL);
        int failed = !type || PyModule_AddType(module, (PyTypeObject *)type) < 0;
        Py_XDECREF(type);
        if (failed)
            return -1;
    }
    return 0;
}

static PyModuleDef_Slot module_slots[] = {{Py_mod_exec, add_types}, {0, NULL}};

static PyModuleDef scanner = {
    PyModuleDef_HEAD_INIT, "newslint.native._scanner", NULL, 0, functions, module_slots, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__scanner(void)
{
    return PyModuleDef_Init(&scanner);
}
