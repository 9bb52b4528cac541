"""What all folders of tests share; its being here lets them import the modules beside it."""
