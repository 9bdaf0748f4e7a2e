#pragma once

#include "drawn-code.h"

/* 1280×720 pixels, as of a camera: an EAN-13 on a label, a little turned, unevenly lit, with noise. */
DrawnCode *camera_frame_draw (void);
