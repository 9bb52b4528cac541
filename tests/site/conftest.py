from built_site import site, site_dir

__all__ = ["site", "site_dir"]
