"""From text to a syntax tree: signs, tokens, layout, rules, and back to text."""
