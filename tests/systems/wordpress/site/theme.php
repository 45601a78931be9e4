<?php
require __DIR__ . '/load.php';
switch_theme($argv[1]);
answer(['stylesheet' => get_stylesheet(), 'block_theme' => wp_is_block_theme()]);
