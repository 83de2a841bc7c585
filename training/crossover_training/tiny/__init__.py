"""A base model for rehearsals and tests: small, with random weights, made on this machine."""
