"""User models: the soft tokens that stand before a prompt."""
