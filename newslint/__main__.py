"""`python -m newslint`: the same as the command."""

from newslint.cli.main import main

if __name__ == "__main__":
    main()
