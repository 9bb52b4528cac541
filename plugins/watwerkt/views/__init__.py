"""Page models: plain, immutable data that a template or another output only has to write down."""
