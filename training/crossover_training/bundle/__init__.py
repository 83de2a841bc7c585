"""What a training run leaves behind, as a folder."""
