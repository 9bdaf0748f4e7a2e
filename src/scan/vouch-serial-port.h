#pragma once

#include "vouch-serial-framing.h"

G_BEGIN_DECLS

/**
 * VouchSerialPort:
 *
 * An open serial line, or a USB device that looks like one. It never blocks: the thread's main context reads it.
 */
typedef struct _VouchSerialPort VouchSerialPort;

/**
 * VouchSerialPortFunc:
 * @message: (nullable) (transfer none): what the scanner sent; %NULL in the last call, when the line is gone
 * @data: as given to vouch_serial_port_new()
 *
 * Must not close the port unless @message is %NULL.
 */
typedef void (*VouchSerialPortFunc) (const VouchSerialMessage *message, gpointer data);

VouchSerialPort *
vouch_serial_port_new (int fd, gboolean needs_end, VouchSerialPortFunc func, gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void vouch_serial_port_close (VouchSerialPort *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchSerialPort, vouch_serial_port_close)

G_END_DECLS
