"""From messages to tokens, and back."""
