"""Word lists that are shipped, with their licences and the scripts that make them."""
