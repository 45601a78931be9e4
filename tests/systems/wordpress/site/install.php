<?php
/* What a person does on the installer's page, and then under Settings. */
define('WP_INSTALLING', true);
function wp_new_blog_notification() {} // no mail

mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);
$database = new mysqli('localhost', 'root', '', '', 0, getenv('WORDPRESS_SOCKET'));
$database->query('CREATE DATABASE wordpress CHARACTER SET utf8mb4');

require __DIR__ . '/load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
load_default_textdomain('id_ID'); // as the installer does once the language is chosen
$GLOBALS['wp_locale'] = new WP_Locale();
wp_install('Pemerintah Kota Contoh', 'adminkota', 'admin@contoh.invalid', true, '', 'loopback only', 'id_ID');
update_option('blogdescription', 'Situs resmi Pemerintah Kota Contoh');
update_option('timezone_string', 'Asia/Jakarta');
update_option('posts_per_page', 10);
wp_update_user(['ID' => 1, 'display_name' => 'Admin Kota']);

global $wp_rewrite;
$wp_rewrite->set_permalink_structure('/%year%/%monthnum%/%day%/%postname%/');
flush_rewrite_rules(false);

answer([
    'wordpress' => $GLOBALS['wp_version'],
    'php' => PHP_VERSION,
    'language' => get_option('WPLANG'),
    'themes' => array_keys(wp_get_themes()),
]);
