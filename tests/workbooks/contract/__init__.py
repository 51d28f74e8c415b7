"""The host contract: facts that hold whatever program has the clerk's workbook, stated once and tried on each host.

The facts are of the port (`workbooks.hosts.port.Host`); what they expect is right or wrong for the clerk, not for a
program. Where a host can't meet a fact by its nature, `exceptions.toml` says so in plain words.

    pytest tests/workbooks/contract                               file, live and libreoffice
    pytest --host=excel tests/workbooks/contract                  on a Windows machine, in its own Excel
    pytest --host=file --host=libreoffice tests/workbooks/contract

desks       the hosts: how each opens a workbook, and how a clerk inserts a row in its program
papers      the workbooks that the facts are about
looks       what a clerk sees in a saved workbook, for comparing
"""
