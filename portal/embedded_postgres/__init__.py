"""The portal's private PostgreSQL, used when DATABASE_URL is unset.

`base` is the Django engine: it connects, and where nobody answers it starts a keeper and waits.
`keeper` is the process beside the server: it creates the cluster, runs the server, restarts it
when it dies, and stops it when the last process that uses it has gone.
`cluster` knows where everything lies and under which account the server runs.
"""
