"""The one error that users see without a traceback."""


class TrainingError(Exception):
    """Something that the user can put right. The message says what is wrong and what to do."""
