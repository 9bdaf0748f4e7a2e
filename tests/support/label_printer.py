"""A label printer at a port of this machine: it takes ZPL, answers how it is, and can be made to close."""

import socket
import threading

END = b"^XZ\r\n"
QUESTION = b"~HS\r\n"
ANSWER = (b"\x02030,0,0,0320,000,0,0,0,000,0,0,0\x03\r\n"
          b"\x02000,0,0,0,0,2,4,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n")


class LabelPrinter:
    def __init__(self):
        self.labels = []
        self.close_after = None
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    @property
    def uri(self):
        return f"socket://127.0.0.1:{self.port}"

    def _run(self):
        while True:
            try:
                connection, _ = self.server.accept()
            except OSError:
                return
            with connection:
                self._serve(connection)

    def _serve(self, connection):
        pending = b""
        while received := connection.recv(65536):
            pending += received
            while (found := min((at for at in (pending.find(END), pending.find(QUESTION)) if at >= 0), default=-1)) >= 0:
                end = found + len(END)
                if pending[found:end] == QUESTION:
                    connection.sendall(ANSWER)
                else:
                    self.labels.append(pending[:end])
                pending = pending[end:]
                if len(self.labels) == self.close_after:
                    self.close_after = None
                    return

    def stop(self):
        self.server.shutdown(socket.SHUT_RDWR)
        self.server.close()
        self.thread.join(timeout=30)
