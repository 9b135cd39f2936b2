"""One use case a file: each wires ports to the core and returns a value to print."""
