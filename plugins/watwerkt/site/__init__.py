"""Pages: templates, charts, style and the rendering of page models to HTML fragments."""
