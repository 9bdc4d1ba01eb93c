"""Problems to start from."""
