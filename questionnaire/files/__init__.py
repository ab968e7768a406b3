"""WHAT PEOPLE BRING: files told by their content, and cleaned of what nobody meant to give."""
