"""The shipped weights: networks for onnxruntime, the vocabulary and the codes, each with its sha256."""
