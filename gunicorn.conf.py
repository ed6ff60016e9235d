"""How gunicorn serves the portal; the requests are logged by the portal itself."""

worker_class = "gthread"
workers = 2
threads = 4
preload_app = True
timeout = 60
graceful_timeout = 10
control_socket_disable = True
loglevel = "warning"
raw_env = [  # a page that the database does not answer is a 503 of ours before nginx gives it up
    "PGCONNECT_TIMEOUT=10",
    "PGOPTIONS=-c statement_timeout=40s",
]
