"""Formulas and documents, and how they are written: text, Markdown, LaTeX, HTML with MathML."""
