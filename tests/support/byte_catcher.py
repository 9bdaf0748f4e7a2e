"""A port of this machine that keeps what it is sent: what the back end of a queue gives a printer."""

import socket
import threading


class ByteCatcher:
    def __init__(self):
        self.received = []
        self.server = socket.create_server(("127.0.0.1", 0))
        self.uri = f"socket://127.0.0.1:{self.server.getsockname()[1]}"
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self):
        while True:
            try:
                connection, _ = self.server.accept()
            except OSError:
                return
            with connection:
                document = b""
                while received := connection.recv(65536):
                    document += received
                self.received.append(document)

    def stop(self):
        self.server.shutdown(socket.SHUT_RDWR)
        self.server.close()
        self.thread.join(timeout=30)
