"""An OpenAI-compatible server of bundles."""
