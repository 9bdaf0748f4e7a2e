#include "camera-frame.h"

#include "code-scene.h"

#define WIDTH 1280
#define HEIGHT 720

DrawnCode *
camera_frame_draw (void)
{
  const CodeScene scene = { .module = 3, .turn = 8, .tilt = 0.05, .blur = 0.3, .noise = 3, .shade = 0.4 };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (DrawnCode) code = drawn_code_new ("EAN-13", "690123456789", 8);
  DrawnCode *frame = code_scene_new_paper (WIDTH, HEIGHT);

  code_scene_place (&scene, frame, code, 8, random);
  code_scene_expose (&scene, frame, random);
  return frame;
}
