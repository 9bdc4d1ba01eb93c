"""Finders for statements about spaces given by formulas: untrusted, checked by the kernel."""
